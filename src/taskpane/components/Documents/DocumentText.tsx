import { Fragment } from 'react';
import type { DocumentTable, TextDocument } from '../../../model';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** The text of a document to read, select and copy: its looks are those of the file. */
export function DocumentText({ document }: { readonly document: TextDocument }) {
  const styles = useStyles(getStyles);
  return (
    <article className={styles.paper} lang={document.language} aria-label={document.title} tabIndex={0}>
      {document.blocks.map((block, index) => (
        <Fragment key={index}>
          {block.type === 'pageBreak' ? (
            <hr className={styles.rule} />
          ) : block.type === 'table' ? (
            <Table table={block} />
          ) : block.role === 'title' ? (
            <h3 className={styles.paperTitle}>{block.text}</h3>
          ) : block.role === 'heading' ? (
            <h4 className={styles.paperHeading}>{block.text}</h4>
          ) : (
            <p className={styles.paragraph}>
              {block.lead && <em className={styles.lead}>{block.lead}</em>}
              {block.text}
            </p>
          )}
        </Fragment>
      ))}
    </article>
  );
}

function Table({ table: { columns, rows } }: { readonly table: DocumentTable }) {
  const styles = useStyles(getStyles);
  return (
    <div className={styles.wide} tabIndex={0} role="group">
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ header }) => (
              <th key={header} scope="col" className={styles.cell}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr key={index}>
              {'band' in row ? (
                <th colSpan={columns.length} scope="colgroup" className={styles.cell}>
                  {row.band}
                </th>
              ) : (
                row.cells.map((text, column) => (
                  <td key={column} className={styles.cell}>
                    {text}
                  </td>
                ))
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
