import { absoluteRange, type DataValidation, type ValidationRule } from '../../../model';
import { renameSheets } from '../../shared/formula/renameSheets';
import { quotedSheet } from '../../shared/sheetNames';
import { fittedValidationText, listOfWords } from '../../shared/validation';
import { rangeAt } from './rangeAt';

/** Puts a data validation on a block of cells that has none. */
export function queueValidation(
  worksheet: Excel.Worksheet,
  { range, rule, alert, error, prompt }: DataValidation,
  finalNames: ReadonlyMap<string, string>,
): void {
  const excelRule = ruleOf(rule, finalNames);
  if (!excelRule) return;
  const { dataValidation } = rangeAt(worksheet, range);
  dataValidation.rule = excelRule;
  dataValidation.ignoreBlanks = true;
  const said = fittedValidationText(error ?? { title: '', text: '' });
  dataValidation.errorAlert = {
    style: alert === 'warning' ? 'Warning' : 'Stop',
    showAlert: alert !== 'none',
    title: said.title,
    message: said.text,
  };
  if (!prompt) return;
  const shown = fittedValidationText(prompt);
  dataValidation.prompt = { showPrompt: true, title: shown.title, message: shown.text };
}

function ruleOf(rule: ValidationRule, finalNames: ReadonlyMap<string, string>): Excel.DataValidationRule | null {
  switch (rule.type) {
    case 'words': {
      const source = listOfWords(rule.words);
      return source === null ? null : { list: { inCellDropDown: true, source } };
    }
    case 'cells': {
      const sheet = finalNames.get(rule.sheet.toLowerCase()) ?? rule.sheet;
      const source = `=${quotedSheet(sheet)}!${absoluteRange(rule.range)}`;
      return { list: { inCellDropDown: true, source } };
    }
    case 'number': {
      const bounds: Excel.BasicDataValidation =
        rule.max === null
          ? { formula1: rule.min, operator: 'GreaterThanOrEqualTo' }
          : { formula1: rule.min, formula2: rule.max, operator: 'Between' };
      return rule.isWhole ? { wholeNumber: bounds } : { decimal: bounds };
    }
    case 'formula':
      return { custom: { formula: `=${renameSheets(rule.formula, finalNames)}` } };
  }
}
