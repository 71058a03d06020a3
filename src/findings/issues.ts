import type { Finding, Issue } from '../model';
import { say } from './say';
import { both, written, type WordData, type Words } from './words';

/**
 * Puts into words what was noticed while reading and scoring: data (D…), rules (R…), missing sources (G20) and
 * decisions (T…).
 */
export function issueGaps(issues: readonly Issue[]): Finding[] {
  return issues.map((issue) =>
    say({
      code: issue.code,
      variant: issue.variant,
      about:
        issue.subject === null
          ? null
          : { subject: issue.subject, name: issue.subjectName ?? issue.subject, scheme: issue.scheme },
      scheme: issue.scheme,
      place: issue.place,
      data: wordsOf(issue.data),
    }),
  );
}

const SOURCE_WORDS = ['self', 'peer', 'superior'];

/** Data in both languages: codes become words, and what a cell says is quoted. */
function wordsOf(data: Issue['data']): WordData {
  const words: Record<string, string | number | Words> = Object.create(null) as Record<string, string | number | Words>;
  for (const [name, value] of Object.entries(data)) {
    if (name === 'source' && SOURCE_WORDS.includes(String(value))) words[name] = both(`findings.source.${value}`);
    else if (name === 'text') words[name] = written(value);
    else words[name] = value;
  }
  return words;
}
