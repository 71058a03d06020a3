import type { Locale } from '../i18n';
import { tellStory, type SubjectStory } from '../score';
import { placed, type Placed } from './placed';
import type { Outcome } from './types';

/** Why a subject stands where it stands, its cells named for hosts. */
export type Story = Placed<SubjectStory>;

/** The story of a subject; `scheme` is an index into the result, `subject` into the scheme's subjects. */
export function storyOf({ assessment, result }: Outcome, scheme: number, subject: number, locale: Locale): Story {
  return placed(assessment, tellStory(assessment, result, scheme, subject, locale));
}
