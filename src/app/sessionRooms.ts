import { buildReport } from '../report';
import { scoreWorkbooks } from './scoreWorkbooks';
import type { SessionRooms } from './session';
import { ANSWERS } from './sessionQuestions';

/** The rooms of the product, for a session; who starts one adds what writes files. */
export const SESSION_ROOMS: Omit<SessionRooms, 'writeDocx' | 'newFiles'> = {
  scoreWorkbooks,
  buildReport,
  answers: ANSWERS,
};
