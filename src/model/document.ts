/** What a paragraph is in an official document (公文); how each looks is the business of the host that writes it. */
export type ParagraphRole =
  | 'title'
  /** To whom the document goes (主送机关). */
  | 'recipient'
  /** 一、 … */
  | 'heading'
  /** （一） … on a line of its own. */
  | 'subheading'
  | 'body'
  /** One entry of a list inside the body. */
  | 'item'
  /** Heading of a table. */
  | 'caption'
  /** Small print under a table. */
  | 'note'
  /** Line of the list of attachments (附件说明); the first carries 附件：. */
  | 'attachment'
  /** 附件1 above an attachment. */
  | 'attachmentMark'
  /** Who sends it, and the day (落款). */
  | 'signature'
  | 'date'
  /** A line of labels to be filled in by hand. */
  | 'fields';

export interface DocumentParagraph {
  readonly type: 'paragraph';
  readonly role: ParagraphRole;
  /** Words that begin the paragraph and stand out, e.g. “（一）信息报送不及时。”. */
  readonly lead?: string;
  readonly text: string;
}

export interface DocumentColumn {
  readonly header: string;
  /** Share of the width of the text, 0..1; those of a table add up to 1. */
  readonly width: number;
  readonly align: 'left' | 'center';
  /** Equal texts below each other become one cell. */
  readonly merged?: boolean;
}

/** A row of cells, one for each column, or one text across all of them (a group, a sum in words). */
export type DocumentRow = { readonly cells: readonly string[] } | { readonly band: string };

export interface DocumentTable {
  readonly type: 'table';
  readonly columns: readonly DocumentColumn[];
  readonly rows: readonly DocumentRow[];
}

export interface PageBreak {
  readonly type: 'pageBreak';
}

export type DocumentBlock = DocumentParagraph | DocumentTable | PageBreak;

/** A text document in plain data: what stands in it and in which order, without any looks. */
export interface TextDocument {
  /** Layout of an official document, or the smaller one of forms that fill a page each. */
  readonly layout: 'bulletin' | 'form';
  readonly language: 'zh-CN' | 'en-US';
  /** For the properties of the file. */
  readonly title: string;
  readonly blocks: readonly DocumentBlock[];
}

/** What one unit owes, as a short text to be sent to it (催办). */
export interface Reminder {
  /** Whom it goes to. */
  readonly unit: string;
  /** Number of things owed. */
  readonly count: number;
  readonly text: string;
}
