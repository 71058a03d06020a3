import type { ChangeSet, OutValue, ResultSheet } from '../../model/changeSet';
import { inFile } from './fileError';
import type { OpenedWorkbook } from './openedWorkbook';
import { CONTENT_TYPES, ContentType, withRelationshipType } from './package/contentTypes';
import { namespacesOf } from './package/namespaces';
import { PackageEdit } from './package/packageEdit';
import { addRelationship, removeRelationship } from './package/relationshipEdit';
import { readRelationships } from './package/relationships';
import { readSharedStrings } from './read/sharedStrings';
import { readMarks } from './read/snapshot';
import type { SheetEntry } from './read/workbookPart';
import { removeOwnedParts } from './write/ownedParts';
import { planTabs, tabName, tabVisibility, type PlannedTab, type TabPlan } from '../shared/planTabs';
import type { ApplyReport, ApplyWarning } from '../shared/report';
import { writeSheetPart, type SheetPartContext } from './write/resultSheets';
import { sheetDefinedNames } from './write/sheetDefinedNames';
import { StyleBook } from './write/styleBook';
import { EMPTY_STYLES } from './write/templates';
import { changeUserSheets } from './write/userSheets';
import { workbookXml, type Tab } from './write/workbookXml';

/** A change set applied: the new file and what was done or left. */
export interface Applied {
  readonly bytes: Uint8Array;
  readonly report: ApplyReport;
}

/** Loads what only some changes need, once. */
function once<T>(load: () => T): () => T {
  let value: { readonly loaded: T } | null = null;
  return () => (value ??= { loaded: load() }).loaded;
}

/** One application of a change set: the edited package and what the steps share. */
class Application {
  readonly edit: PackageEdit;
  readonly warnings: ApplyWarning[] = [];
  private readonly namespaces;
  private readonly folder: string;
  private stylesPart: string | null;
  private readonly styles = once(() => this.openStyles());
  private usedStyles = false;

  constructor(
    private readonly opened: OpenedWorkbook,
    private readonly changes: ChangeSet,
  ) {
    this.edit = new PackageEdit(opened.pkg);
    this.namespaces = namespacesOf(opened.workbook.isStrict);
    this.folder = opened.workbook.part.slice(0, opened.workbook.part.lastIndexOf('/') + 1);
    this.stylesPart = opened.stylesPart !== null && opened.pkg.has(opened.stylesPart) ? opened.stylesPart : null;
  }

  run(): Applied {
    const { opened, changes, edit } = this;
    const { pkg, workbook } = opened;
    const plan = planTabs(workbook.sheets, readMarks(workbook), changes);
    const kept = plan.tabs.flatMap((tab) => (tab.kind === 'kept' ? [tab.entry] : []));
    const user = changeUserSheets(kept, changes, {
      edit,
      namespaces: this.namespaces,
      folder: this.folder,
      styles: this.styles,
      sharedStrings: once(() => readSharedStrings(pkg, opened.stringsPart)),
      date1904: workbook.date1904,
    });
    const isRearranged = plan.tabs.some((tab) => tab.kind !== 'kept') || plan.removed.length > 0;
    const tabs = isRearranged ? this.writeTabs(plan) : null;
    const wroteFormula = changes.sheets.some(hasFormula);
    const recalculates = wroteFormula || user.written > 0;
    if (tabs) this.writeWorkbook(tabs, recalculates);
    else if (recalculates) this.writeWorkbook(this.keptTabs(plan), true);
    const dropsOurFormulas = plan.removed.length > 0 || plan.tabs.some((tab) => tab.kind === 'replaced');
    if (user.overwroteFormula || dropsOurFormulas) this.dropCalculationChain();
    if (this.usedStyles) edit.set(this.stylesPart!, this.styles().toXml());
    this.warn(plan);
    const report: ApplyReport = {
      sheets: changes.sheets.map((sheet) => this.reportedSheet(plan, sheet)),
      removedSheets: plan.removed.map((sheet) => sheet.name),
      written: user.written,
      refused: user.refused,
      warnings: [...this.warnings, ...user.warnings],
    };
    return { bytes: edit.toBytes(), report };
  }

  private openStyles(): StyleBook {
    this.usedStyles = true;
    const { edit, folder, namespaces } = this;
    if (this.stylesPart === null) {
      this.stylesPart = edit.freeName(`${folder}styles`, '.xml').replace('styles1.xml', 'styles.xml');
      edit.set(this.stylesPart, EMPTY_STYLES.replace('{main}', namespaces.main), ContentType.styles);
      addRelationship(
        edit,
        this.opened.workbook.part,
        `${namespaces.relationships}/styles`,
        this.stylesPart.slice(folder.length),
      );
    }
    return new StyleBook(edit.text(this.stylesPart)!);
  }

  /** Writes the result sheets and takes the removed ones out; returns the tabs for workbook.xml. */
  private writeTabs(plan: TabPlan<SheetEntry>): Tab[] {
    const { edit, folder, namespaces } = this;
    const workbookPart = this.opened.workbook.part;
    edit.set(CONTENT_TYPES, withRelationshipType(edit.text(CONTENT_TYPES) ?? ''));
    for (const sheet of plan.removed) {
      removeOwnedParts(edit, sheet.part);
      edit.remove(sheet.part);
      removeRelationship(edit, workbookPart, sheet.relationshipId);
    }
    const context: SheetPartContext = { edit, namespaces, styles: this.styles(), finalNames: plan.finalNames, folder };
    const isNewBook = this.opened.workbook.sheets.length === 0;
    let isSelected = isNewBook;
    return plan.tabs.map((tab) => {
      if (tab.kind === 'kept') return this.keptTab(tab);
      const name = tabName(tab);
      const visibility = tabVisibility(tab);
      const part = tab.kind === 'replaced' ? tab.entry.part : edit.freeName(`${folder}worksheets/sheet`, '.xml');
      if (tab.kind === 'replaced') removeOwnedParts(edit, part);
      writeSheetPart(part, name, tab.sheet, isSelected && visibility === 'visible', context);
      if (visibility === 'visible') isSelected = false;
      const relationshipId =
        tab.kind === 'replaced'
          ? tab.entry.relationshipId
          : addRelationship(edit, workbookPart, `${namespaces.relationships}/worksheet`, part.slice(folder.length));
      const before = tab.kind === 'replaced' ? tab.before : null;
      return { before, name, relationshipId, visibility, names: sheetDefinedNames(tab.sheet, name) };
    });
  }

  private keptTabs(plan: TabPlan<SheetEntry>): Tab[] {
    return plan.tabs.flatMap((tab) => (tab.kind === 'kept' ? [this.keptTab(tab)] : []));
  }

  private keptTab({ before, entry }: PlannedTab<SheetEntry> & { kind: 'kept' }): Tab {
    const { name, relationshipId, visibility } = entry;
    return { before, name, relationshipId, visibility, names: null };
  }

  private writeWorkbook(tabs: readonly Tab[], recalculates: boolean): void {
    const { edit, namespaces } = this;
    const { workbook } = this.opened;
    edit.set(workbook.part, workbookXml(edit.text(workbook.part)!, workbook, tabs, { namespaces, recalculates }));
  }

  /** Excel rebuilds the chain; one that names cells without formula makes it offer a repair. */
  private dropCalculationChain(): void {
    for (const { id, type, target } of this.opened.workbook.relationships.values()) {
      if (type !== 'calcChain') continue;
      this.edit.remove(target);
      removeRelationship(this.edit, this.opened.workbook.part, id);
    }
  }

  private warn(plan: TabPlan<SheetEntry>): void {
    const { workbook, pkg } = this.opened;
    const changesTabs = plan.removed.length > 0 || plan.tabs.some((tab) => tab.kind === 'created');
    if (workbook.isStructureLocked && changesTabs) this.warnings.push({ code: 'structureLocked', data: {} });
    const isSigned = [...readRelationships(pkg, '').values()].some(({ type }) => type === 'origin');
    if (isSigned) this.warnings.push({ code: 'signed', data: {} });
    if (plan.heldBack !== null) this.warnings.push({ code: 'lastSheet', data: { sheet: plan.heldBack } });
  }

  private reportedSheet(plan: TabPlan<SheetEntry>, sheet: ResultSheet): ApplyReport['sheets'][number] {
    const tab = plan.tabs.find((at) => at.kind !== 'kept' && at.sheet === sheet)!;
    return { mark: sheet.mark, name: tabName(tab), replaced: tab.kind === 'replaced' };
  }
}

function isFormula(value: OutValue): boolean {
  return typeof value === 'object' && value !== null && 'formula' in value;
}

function hasFormula(sheet: ResultSheet): boolean {
  return sheet.blocks.some((block) => block.values.some((row) => row.some(isFormula)));
}

/**
 * Applies all changes to a copy of an opened workbook: result sheets, write-backs, highlights. Parts that no change
 * concerns keep their bytes; a change set that changes nothing gives the file as it was opened.
 * @throws FileError when a part that has to be changed is damaged.
 */
export function applyChangeSet(opened: OpenedWorkbook, changes: ChangeSet): Applied {
  return inFile(opened.name, () => new Application(opened, changes).run());
}

/** No change at all but that marks of earlier runs go. */
const CLEARED: ChangeSet = { workbook: null, sheets: [], removedMarks: [], writes: [], highlights: [] };

/**
 * Takes the marks of all runs off a copy of an opened workbook: fills, notes, input messages. Its cells and result
 * sheets stay; a workbook without marks gives the file as it was opened.
 * @throws FileError when a part that has to be changed is damaged.
 */
export function clearMarks(opened: OpenedWorkbook): Applied {
  return applyChangeSet(opened, CLEARED);
}
