import type { Finding, Issue } from '../model';
import { say } from './say';
import { both, written, type WordData, type Words } from './words';

/**
 * Puts into words what was noticed while reading and scoring: data (D…), rules (R…), missing sources (G20) and
 * decisions (T…). `schemeOf` tells the scheme of a subject where the issue does not.
 */
export function issueGaps(issues: readonly Issue[], schemeOf: ReadonlyMap<string, string>): Finding[] {
  return issues.map((issue) =>
    say({
      code: issue.code,
      variant: issue.variant,
      about:
        issue.subject === null
          ? null
          : {
              subject: issue.subject,
              name: issue.subjectName ?? issue.subject,
              scheme: issue.scheme ?? schemeOf.get(issue.subject) ?? null,
            },
      scheme: issue.scheme,
      place: issue.place,
      data: wordsOf(issue),
    }),
  );
}

const SOURCE_WORDS = ['self', 'peer', 'superior'];

/** Data in both languages: codes become words, what a cell says is quoted, and {of} names the source in brackets. */
function wordsOf({ code, variant, data }: Issue): WordData {
  const words: Record<string, string | number | Words> = Object.create(null) as Record<string, string | number | Words>;
  for (const [name, value] of Object.entries(data)) words[name] = name === 'text' ? written(value) : value;
  const source = code === 'G20' ? variant : String(data['source'] ?? '');
  words['of'] = '';
  if (SOURCE_WORDS.includes(source)) {
    const word = both(`findings.source.${source}`);
    words['source'] = word;
    words['of'] = { 'zh-CN': `（${word['zh-CN']}）`, 'en-US': ` (${word['en-US']})` };
  }
  if (code === 'D11') words['measure'] = both(`findings.measure.${data['measure']}`);
  if (code === 'G20' && EFFECTS.includes(String(data['effect'])))
    words['effect'] = both(`findings.effect.${data['effect']}`);
  return words;
}

/** What a missing source does, as in the parameter 缺项. */
const EFFECTS = ['block', 'redistribute', 'zero'];
