import type { CellPlaces, Indicator, IndicatorColumn, SchemeAssessment, SourceInput } from '../model';
import { levelBelow, schemeLevel, type LevelCode } from '../rules';
import { noPlaces, setPlace } from './sources';

/** Names above the subjects of each layer that is assessed: whom its results can be handed up to. */
type Fed = ReadonlyMap<LevelCode, ReadonlySet<string>>;

function fedNames(schemes: readonly SchemeAssessment[]): Fed {
  const names = new Map<LevelCode, Set<string>>();
  for (const { scheme, subjects } of schemes) {
    const level = schemeLevel(scheme, subjects);
    if (level === null) continue;
    const own = names.get(level) ?? new Set<string>();
    names.set(level, own);
    for (const { above = [], exempt } of subjects) if (!exempt) for (const name of above) own.add(name);
  }
  return names;
}

/**
 * Schemes with a column for each indicator that the results of the lower level can fill (来源=下级). It stands in 上级考核
 * behind the columns of the same indicator, where that source has indicators. A source has only the indicators that some
 * sheet of it shows (specification, section 2): a scheme of the workbook's own rules that says 下级 needs no column of the
 * indicator for that, a default scheme does.
 */
export function withFeeds(schemes: readonly SchemeAssessment[]): SchemeAssessment[] {
  const fed = fedNames(schemes);
  return schemes.map((input) => {
    const { superior } = input.sources;
    const level = schemeLevel(input.scheme, input.subjects);
    if (!superior || superior.columns.length === 0 || level === null || level === 0) return input;
    const canFeed = ({ fromBelow }: Indicator): boolean => {
      const below = fromBelow ? levelBelow(fromBelow, level) : null;
      const names = below === null ? undefined : fed.get(below);
      return names !== undefined && input.subjects.some(({ name, exempt }) => !exempt && names.has(name));
    };
    const added = input.scheme.indicators.flatMap((indicator, index) =>
      canFeed(indicator) && isWanted(input, superior, index) ? [fedColumn(input, superior, index)] : [],
    );
    if (added.length === 0) return input;
    const columns = [...superior.columns, ...added].sort((a, b) => a.indicator - b.indicator);
    return { ...input, sources: { ...input.sources, superior: { ...superior, columns } } };
  });
}

function isWanted({ scheme }: SchemeAssessment, { columns, dimensions }: SourceInput, index: number): boolean {
  if (columns.some(({ indicator }) => indicator === index)) return true;
  const { dimension } = scheme.indicators[index]!;
  // Points for the whole dimension hold this indicator already.
  const isCovered = dimensions.some((column) => scheme.dimensions[column.dimension]!.name === dimension);
  return scheme.origin === 'workbook' && !isCovered;
}

/** A column without values of its own; its cells are those where a person would have typed one. */
function fedColumn({ subjects }: SchemeAssessment, { columns }: SourceInput, index: number): IndicatorColumn {
  const cells: CellPlaces = noPlaces(subjects.length);
  for (const column of columns) {
    if (column.indicator !== index) continue;
    subjects.forEach((_subject, subject) => {
      const { sheet, row, column: at } = column.cells;
      if (row[subject]! >= 0 && cells.row[subject]! < 0)
        setPlace(cells, subject, sheet[subject]!, row[subject]!, at[subject]!);
    });
  }
  return { indicator: index, reading: 'raw', isFed: true, cells };
}
