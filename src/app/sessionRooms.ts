import { buildReport } from '../report';
import { explainSubject } from './explainSubject';
import { scoreWorkbooks } from './scoreWorkbooks';
import type { SessionRooms } from './session';

/** The rooms of the product, for a session. */
export const SESSION_ROOMS: SessionRooms = { scoreWorkbooks, buildReport, explainSubject };
