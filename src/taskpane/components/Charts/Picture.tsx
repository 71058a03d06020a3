import type { ReactNode } from 'react';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

export interface PictureProps {
  readonly title: string;
  readonly note?: string;
  readonly children: ReactNode;
  /** The same as a table, for those who cannot or would rather not look at a picture. */
  readonly header: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A picture with its title and, on demand, the numbers that it is drawn from. */
export function Picture({ title, note, children, header, rows }: PictureProps) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  return (
    <figure className={styles.picture} aria-label={title}>
      <figcaption className={styles.title}>{title}</figcaption>
      {note && <p className={styles.note}>{note}</p>}
      {children}
      <details className={styles.details}>
        <summary className={styles.summary}>{t('charts.table')}</summary>
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${title} ${t('charts.table')}`}>
          <table className={styles.table}>
            <thead>
              <tr>
                {header.map((text, i) => (
                  <th key={i} scope="col" className={i === 0 ? styles.head : styles.headNumber}>
                    {text}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map(([first, ...others], i) => (
                <tr key={i}>
                  <th scope="row" className={styles.cell}>
                    {first}
                  </th>
                  {others.map((text, k) => (
                    <td key={k} className={styles.number}>
                      {text}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
