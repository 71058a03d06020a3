import { buildReport } from '../report';
import { scoreWorkbooks } from './scoreWorkbooks';
import type { SessionRooms } from './session';
import { ANSWERS } from './sessionQuestions';

/** The rooms of the product, for a session. */
export const SESSION_ROOMS: SessionRooms = { scoreWorkbooks, buildReport, answers: ANSWERS };
