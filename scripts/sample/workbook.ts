import { createWorkbook } from '../../src/hosts/xlsx';
import { branchScores, memberRecords, memberSelf, memberVotes } from './branchAndMemberSheets';
import { assessment, oldTable, selfAssessment, votes } from './committeeSheets';
import { adjustments, REGISTERS } from './registers';
import { memberRoster, unitRoster } from './rosters';
import { cover, parameters, rules } from './rulesSheets';

const SHEETS = [
  cover,
  rules,
  parameters,
  unitRoster,
  memberRoster,
  assessment,
  selfAssessment,
  votes,
  branchScores,
  memberRecords,
  memberSelf,
  memberVotes,
  adjustments,
  ...REGISTERS,
  oldTable,
];

/** The sample workbook: a year's assessment of an invented group, with everything that an office runs into. */
export function sampleWorkbook(): Uint8Array {
  const sheets = SHEETS.map((sheet) => sheet());
  return createWorkbook({ workbook: null, sheets, removedMarks: [], writes: [], highlights: [] });
}
