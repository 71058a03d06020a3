import { reasonText, type Explanation, type Outcome } from '../app';
import { translate, type Locale } from '../i18n';
import { a1, AWARDS, STATUSES, type Assessment, type Finding } from '../model';
import { terminalText, textTable } from './table';

const MOST_SUBJECTS = 200;
const MOST_FINDINGS = 100;
const MOST_SHEETS = 60;
const LONGEST_MESSAGE = 400;

/** Ranking of each scheme, certification rates and findings as tables for the eye. */
export function printOverview(outcome: Outcome, locale: Locale): string[] {
  const { assessment, result, findings } = outcome;
  const t = (key: string, data = {}) => translate(locale, `cli.${key}`, data);
  const lines = [t('head', { period: assessment.period?.text ?? '—', asOf: assessment.asOf }), ''];
  result.schemes.forEach((scheme) => {
    const { scheme: rules, parameters, subjects } = assessment.schemes[scheme.scheme]!;
    lines.push(t('scheme', { scheme: rules.name, count: subjects.length }));
    const rows = [...scheme.order.slice(0, MOST_SUBJECTS)].map((subject) => {
      const { id, name, group } = subjects[subject]!;
      const status = STATUSES[scheme.status[subject]!]!;
      return [
        scheme.rank[subject] ? String(scheme.rank[subject]) : '',
        id ?? '',
        name,
        group ?? '',
        Number.isNaN(scheme.total[subject]!) ? '' : scheme.total[subject]!.toFixed(2),
        scheme.grade[subject]! < 0 ? '' : parameters.grades[scheme.grade[subject]!]!.name,
        AWARDS[scheme.award[subject]!] ?? '',
        status === 'scored' ? '' : t(`status.${status}`),
      ];
    });
    const titles = ['rank', 'id', 'name', 'group', 'total', 'grade', 'award', 'status'] as const;
    lines.push(
      ...textTable(
        titles.map((key) => ({
          title: t(`column.${key}`),
          align: key === 'rank' || key === 'total' ? 'right' : undefined,
        })),
        rows,
      ),
    );
    if (subjects.length > MOST_SUBJECTS) lines.push(t('more', { count: subjects.length - MOST_SUBJECTS }));
    lines.push('');
  });
  lines.push(...printAttainment(outcome, locale), ...printFindings(findings, assessment, locale));
  lines.push('', t('sheets'), ...printSheets(assessment, locale));
  return lines;
}

/** What each sheet was taken for, and why. */
export function printSheets(assessment: Assessment, locale: Locale): string[] {
  const t = (key: string) => translate(locale, `cli.${key}`);
  const rows = assessment.sheets
    .slice(0, MOST_SHEETS)
    .map((sheet) => [
      assessment.workbooks.length > 1 ? assessment.workbooks[sheet.workbook]!.name : '',
      sheet.name,
      t(`role.${sheet.role}`),
      sheet.source === null ? '' : t(`source.${sheet.source}`),
      sheet.count > 0 ? String(sheet.count) : '',
      reasonText(sheet, locale),
    ]);
  const keys = ['file', 'sheet', 'role', 'source', 'count', 'reason'] as const;
  return textTable(
    keys.map((key) => ({
      title: t(`column.${key}`),
      most: key === 'reason' ? 100 : 30,
      ...(key === 'count' ? { align: 'right' as const } : {}),
    })),
    rows,
  );
}

function printAttainment({ result }: Outcome, locale: Locale): string[] {
  const percent = (rate: number) => `${(rate * 100).toFixed(2)}%`;
  const t = (key: string, data = {}) => translate(locale, `cli.${key}`, data);
  return result.attainment
    .filter((a) => a.goal !== null)
    .map(({ target, assessed, attained, rate, goal, short }) =>
      t(short ? 'attainmentShort' : 'attainment', {
        target,
        assessed,
        attained,
        rate: percent(rate),
        goal: percent(goal!),
        short: short ?? 0,
      }),
    )
    .flatMap((line, i, all) => (i === all.length - 1 ? [line, ''] : [line]));
}

function printFindings(findings: readonly Finding[], assessment: Assessment, locale: Locale): string[] {
  const t = (key: string, data = {}) => translate(locale, `cli.${key}`, data);
  if (findings.length === 0) return [t('noFindings')];
  const rows = findings
    .slice(0, MOST_FINDINGS)
    .map((finding) => [
      t(`severity.${finding.severity}`),
      finding.code,
      finding.subjectName ?? '',
      placeText(assessment, finding.place),
      locale === 'zh-CN' ? `${finding.message}${finding.action}` : `${finding.messageEn} ${finding.actionEn}`,
    ]);
  const columns = (['severity', 'code', 'name', 'place', 'message'] as const).map((key) => ({
    title: t(`column.${key}`),
    most: key === 'message' ? LONGEST_MESSAGE : undefined,
  }));
  const lines = [t('findings', { count: findings.length }), ...textTable(columns, rows)];
  if (findings.length > MOST_FINDINGS) lines.push(t('more', { count: findings.length - MOST_FINDINGS }));
  return lines;
}

/** Cell as people write it: sheet!A1, with the file in front where there are several. */
function placeText(assessment: Assessment, place: Finding['place']): string {
  if (!place) return '';
  const sheet = assessment.sheets[place.sheet]!;
  const file = assessment.workbooks.length > 1 ? `${assessment.workbooks[sheet.workbook]!.name} ` : '';
  return `${file}${sheet.name}!${a1(place)}`;
}

/** The story of one subject's score, section by section. */
export function printExplanation(explanation: Explanation, files: readonly string[]): string[] {
  const lines = [`${explanation.name} (${explanation.scheme})`];
  for (const section of explanation.sections) {
    lines.push('', section.value === undefined ? `■ ${section.heading}` : `■ ${section.heading}  ${section.value}`);
    for (const { text, value, place } of section.lines) {
      const cell = place
        ? ` [${files.length > 1 ? `${files[place.workbook]!} ` : ''}${place.sheet}!${place.cell}]`
        : '';
      lines.push(`  ${terminalText(text, 400)}${value === undefined ? '' : `  ${value}`}${cell}`);
    }
  }
  return lines;
}
