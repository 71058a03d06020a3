import type { CellRef } from './cellRef';

/** Codes of findings (specification, section 10). */
export type DataCode =
  'D01' | 'D02' | 'D03' | 'D04' | 'D05' | 'D06' | 'D07' | 'D08' | 'D09' | 'D10' | 'D11' | 'D12' | 'D13';
export type RuleCode = 'R01' | 'R02';
export type DecisionCode = 'T01' | 'T02' | 'T03';
export type DutyCode =
  | 'G00'
  | 'G01'
  | 'G02'
  | 'G03'
  | 'G04'
  | 'G06'
  | 'G07'
  | 'G08'
  | 'G09'
  | 'G10'
  | 'G11'
  | 'G12'
  | 'G13'
  | 'G15'
  | 'G16'
  | 'G17'
  | 'G19'
  | 'G20'
  | 'G23'
  | 'G24';
export type FindingCode = DataCode | RuleCode | DecisionCode | DutyCode;

/**
 * Variants and data of the issues that rules and score emit; `findings` puts them into words. `indicator` and `rule`
 * are names as the scheme has them, `id` their id, `source` a SourceCode ("self", "peer", "superior", or "" in a plain
 * table), `text` a cell as written, numbers are numbers. Every R01 also has `rule`, the name of the rule as written.
 *
 * | code | variant         | data                                     | what happened                                       |
 * |------|-----------------|------------------------------------------|-----------------------------------------------------|
 * | D01  | blank           | indicator, id, source                    | an indicator's (or dimension's) cell is empty       |
 * | D01  | pending         | indicator, id, source, text              | it says 待报 or the like                            |
 * | D01  | total           | text                                     | blank total of a table ranked as it stands (blocked)|
 * | D01  | part            | indicator, text                          | a part of a total that is ranked as it stands is 待报|
 * | D01  | lower           | indicator, id, source                    | 来源=下级: nobody below is assessed yet             |
 * | D01  | lowerPart       | indicator, id, source, silent, assessed  | … nobody of so many branches below; the rest counts |
 * | D02  | points          | indicator, id, source, value, max        | points outside 0..max, clamped                      |
 * | D02  | negativeCount   | indicator, id, source, value             | negative count, taken as 0                          |
 * | D02  | total           | source, value                            | a source's total outside 0–100, clamped             |
 * | D02  | rater           | source, value                            | a rater's score outside 0–100, clamped              |
 * | D02  | adjustment      | rule, id, value                          | negative count or points of a bonus, taken as 0     |
 * | D03  | number          | indicator, id, source, text              | no number was understood (points or amount)         |
 * | D03  | count           | indicator, id, source, text              | no count                                            |
 * | D03  | rate            | indicator, id, source, text              | no rate                                             |
 * | D03  | yesNo           | indicator, id, source, text              | neither yes nor no                                  |
 * | D03  | level           | indicator, id, source, text, options     | none of the levels (options joined by 、)           |
 * | D03  | kinds           | indicator, id, source, text, options     | a kind that the rule does not name                  |
 * | D03  | total           | source, text                             | a source's or a table's total is no number          |
 * | D03  | rater           | source, text                             | a rater's score is no number                        |
 * | D03  | adjustment      | rule, id, text, options                  | 次数 or 分值 of an adjustment not understood        |
 * | D03  | grade           | text, options                            | 评定等次 names no grade of the scheme               |
 * | D06  | indicator       | indicator, id, source, text              | a formula error in an indicator's cell              |
 * | D06  | total           | source, text                             | … in a total's cell                                 |
 * | D06  | rater           | source, text                             | … in a rater's cell                                 |
 * | D06  | adjustment      | rule, id, text                           | … in 次数, 分值 or 等次 of an adjustment            |
 * | D11  | member/branch   | indicator, id, source, text, met, assessed, measure, rate | a typed rate that the results of the lower level contradict |
 * | G20  | self/peer/superior | effect: block, redistribute or zero   | the source of that name is missing                  |
 * | T01  | flagTie         | rank, total, tied, places                | `tied` subjects share places for which `places` flags are left |
 * | T02  | quotaTie        | total, tied, limit, grade, newGrade      | a tie across the cut of the quota: all of it moved down |
 * | T03  | manualGrade     | grade, computed, basis, date             | a person entered the grade; `computed` is "" without one |
 * | R01  | duplicateId     | id, first (A1 row number of the first)   | the second of two equal ids                         |
 * | R01  | missingName     | –                                        | neither name nor id                                 |
 * | R01  | badMax          | text                                     | 分值 is no number                                   |
 * | R01  | maxNotPositive  | text                                     | 分值 missing (text "") or ≤ 0                       |
 * | R01  | unknownMethod   | text, options                            | 评分方式 unknown or missing (text "")               |
 * | R01  | unknownParameter| text, options                            | a key that the method does not have                 |
 * | R01  | missingParameter| parameter, method, options (an example)  | a required key is not given                         |
 * | R01  | badParameter    | parameter, text, method, options (an example) | a value that is not understood or out of range |
 * | R01  | contradiction   | text, method, options (an example)       | parameters that exclude each other, or given twice  |
 * | R01  | unknownGrade    | text, options                            | a veto names a grade that 等次 does not have        |
 * | R02  | unknownKey      | text, options (the nearest key or "")    | unknown 参数                                        |
 * | R02  | outOfRange      | parameter, text, allowed, default        | value not understood or out of range; default stands|
 * | R02  | unknownScheme   | text                                     | 方案 that nothing has                               |
 * | R02  | noWeight        | parameter                                | all sources that have scores weigh 0                |
 * | D05  | parameter       | name, text                               | a 参数 given a second time for one 方案             |
 *
 * Variants that recognise emits:
 *
 * | code | variant | data              | what happened                                                        |
 * |------|---------|-------------------|----------------------------------------------------------------------|
 * | D06  | register | text             | a formula error in a register                                        |
 * | D03  | item    | text              | 项目 of an adjustment names no bonus, penalty or veto of the scheme  |
 * | D03  | kind    | text              | 类型 of an organization on the roster is none of the four            |
 * | D04  | unknown | name              | nobody of that name on the roster                                    |
 * | D04  | near    | name, near        | the same, with the nearest names joined by 、                        |
 * | D05  | subject | name              | the same subject a second time in one table                          |
 * | D05  | value   | name              | the same value a second time, in another table or row                |
 * | D07  | sum     | written, sum      | a written total differs from the sum of its parts                    |
 * | D07  | formula | written, sum      | … from what the formula of its column gives for this row             |
 * | D08  | dimension | label, stated, sum | Σ 分值 differs from the points in brackets on a dimension label   |
 * | D08  | total   | stated, sum       | Σ 分值 differs from the stated full mark (合计 row, title, note)     |
 * | D09  | column  | text              | a column of a score table that is no indicator of the rules          |
 * | D09  | row     | text              | a row of a form that is no indicator of the rules                    |
 * | D10  | text    | text              | text that looks like a formula                                       |
 * | D12  | read    | own, period, text | the title of a table names another year than the one assessed        |
 * | D12  | left    | own, period, text | … and, as there is one of the assessed period, it is not read        |
 * | D13  | id      | id, name, known   | the id is that of another subject (`known`) than the name beside it  |
 */

/**
 * Something that was noticed while reading, scoring or judging, before it is put into words. `variant` picks the
 * sentence among several of one code (texts `finding.<code>.<variant>`), `data` fills it in.
 */
export interface Issue {
  readonly code: FindingCode;
  readonly variant: string;
  /** Id of the subject, or its name when it has none; null when it concerns no single subject. */
  readonly subject: string | null;
  /** Name of the subject for people. */
  readonly subjectName: string | null;
  readonly scheme: string | null;
  readonly place: CellRef | null;
  readonly data: Readonly<Record<string, string | number>>;
}
