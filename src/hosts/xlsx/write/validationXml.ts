import { a1Range, absoluteRange } from '../../../model/address';
import type { DataValidation, ValidationRule } from '../../../model/changeSet';
import { renameSheets } from '../../shared/formula/renameSheets';
import { quotedSheet } from '../../shared/sheetNames';
import { fittedValidationText, listOfWords } from '../../shared/validation';
import { escapeXml } from '../xml/text';

/** A rule as the format writes it: its type, its operator, and what the formulas hold. */
interface RuleXml {
  readonly attributes: string;
  readonly formulas: readonly string[];
}

function ruleXml(rule: ValidationRule, finalNames: ReadonlyMap<string, string>): RuleXml | null {
  switch (rule.type) {
    case 'words': {
      const list = listOfWords(rule.words);
      return list === null ? null : { attributes: ' type="list"', formulas: [`"${list.replaceAll('"', '""')}"`] };
    }
    case 'cells': {
      const sheet = finalNames.get(rule.sheet.toLowerCase()) ?? rule.sheet;
      return { attributes: ' type="list"', formulas: [`${quotedSheet(sheet)}!${absoluteRange(rule.range)}`] };
    }
    case 'number': {
      const type = ` type="${rule.isWhole ? 'whole' : 'decimal'}"`;
      return rule.max === null
        ? { attributes: `${type} operator="greaterThanOrEqual"`, formulas: [String(rule.min)] }
        : { attributes: type, formulas: [String(rule.min), String(rule.max)] };
    }
    case 'formula':
      return { attributes: ' type="custom"', formulas: [renameSheets(rule.formula, finalNames)] };
  }
}

/** Line breaks in attributes are spaces to a reader unless they are written as references. */
function attribute(name: string, text: string): string {
  return ` ${name}="${escapeXml(text).replace(/\r?\n/g, '&#10;')}"`;
}

function validationXml(validation: DataValidation, finalNames: ReadonlyMap<string, string>): string {
  const { range, alert } = validation;
  const rule = ruleXml(validation.rule, finalNames);
  if (!rule) return '';
  const error = validation.error && fittedValidationText(validation.error);
  const prompt = validation.prompt && fittedValidationText(validation.prompt);
  const attributes =
    (alert === 'warning' ? ' errorStyle="warning"' : '') +
    ' allowBlank="1"' +
    (prompt ? ' showInputMessage="1"' : '') +
    (alert === 'none' ? '' : ' showErrorMessage="1"') +
    (error ? attribute('errorTitle', error.title) + attribute('error', error.text) : '') +
    (prompt ? attribute('promptTitle', prompt.title) + attribute('prompt', prompt.text) : '');
  const formulas = rule.formulas.map((formula, i) => `<formula${i + 1}>${escapeXml(formula)}</formula${i + 1}>`);
  return `<dataValidation${rule.attributes}${attributes} sqref="${a1Range(range)}">${formulas.join('')}</dataValidation>`;
}

/**
 * The data validations of a result sheet.
 * @param finalNames final names of the result sheets by wanted name in lower case
 */
export function validationsXml(
  validations: readonly DataValidation[],
  finalNames: ReadonlyMap<string, string>,
): string {
  const list = validations.map((validation) => validationXml(validation, finalNames)).filter((xml) => xml !== '');
  return list.length === 0 ? '' : `<dataValidations count="${list.length}">${list.join('')}</dataValidations>`;
}
