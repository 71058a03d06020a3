/** A failure whose message is a sentence for the user, in the language that was asked for. */
export class SpokenError extends Error {}
