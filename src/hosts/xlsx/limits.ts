/**
 * Bounds on what a foreign file may make us do. They are far above real assessment workbooks (the largest asked for has
 * 3 million cells, about 130 MB of XML) and far below what harms the machine.
 */

/** Entries of the zip directory; Excel's own packages rarely pass 2,000. */
export const MAX_ENTRIES = 20_000;
/** Bytes of one inflated part; a JavaScript string cannot hold more than about 512 MB, so neither can the patcher. */
export const MAX_PART_BYTES = 500 * 2 ** 20;
/** Bytes of all XML parts together, inflated. */
export const MAX_TOTAL_BYTES = 900 * 2 ** 20;
/** Inflated : compressed. Spreadsheet XML reaches 20 to 60, deflate at most 1,032: above this it is a bomb. */
export const MAX_RATIO = 250;
/** Parts below this size are harmless whatever their ratio, e.g. a sheet of empty rows. */
export const RATIO_FREE_BYTES = 32 * 2 ** 20;
/** Elements inside each other; real parts stay below 40. */
export const MAX_XML_DEPTH = 256;
/** Characters of one tag or text; the longest real ones are lists of ranges of some hundred thousand characters. */
export const MAX_TOKEN_CHARS = 8 * 2 ** 20;
/** Attributes of one element. */
export const MAX_ATTRIBUTES = 512;
/** Cells of a workbook: four times the largest workbook asked for. */
export const MAX_CELLS = 12_000_000;
/** Merged blocks of a sheet. */
export const MAX_MERGES = 1_000_000;
/** Compressed bytes handed to the inflater at a time: at a ratio of 1,032 they become 16 MB at most. */
export const INFLATE_STEP = 16 * 2 ** 10;
/** Characters of a formula that followers of a shared formula may make together, so that 1 KB cannot become 1 GB. */
export const MAX_SHARED_FORMULA_CHARS = 256 * 2 ** 20;
/** Bytes of a file in an old format, which has to be held in memory several times over. */
export const MAX_LEGACY_BYTES = 64 * 2 ** 20;
