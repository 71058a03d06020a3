import { type ComponentType, Suspense, useState } from 'react';
import { Pivot, PivotItem } from 'office-ui-fabric-react/lib/Pivot';
import { Spinner } from 'office-ui-fabric-react/lib/Spinner';
import { useText } from '../../text';
import { useStyles } from '../../useStyles';
import { getStyles } from './styles';

/** One way to look at a step; its name is the text `tab.<key>`, its component may be loaded when it is first shown. */
export interface View {
  readonly key: string;
  readonly body: ComponentType;
}

/** The ways to look at a step, as tabs where there are several. */
export function Views({ views }: { readonly views: readonly View[] }) {
  const styles = useStyles(getStyles);
  const { t } = useText();
  const [key, setKey] = useState(views[0]!.key);
  const { body: Body } = views.find((view) => view.key === key) ?? views[0]!;
  return (
    <>
      {views.length > 1 && (
        <Pivot
          className={styles.tabs}
          overflowBehavior="menu"
          overflowAriaLabel={t('tab.more')}
          selectedKey={key}
          headersOnly
          onLinkClick={(item) => setKey(item!.props.itemKey!)}
        >
          {views.map((view) => (
            <PivotItem key={view.key} itemKey={view.key} headerText={t(`tab.${view.key}`)} />
          ))}
        </Pivot>
      )}
      <div className={styles.body} {...(views.length > 1 && { role: 'tabpanel', 'aria-label': t(`tab.${key}`) })}>
        <Suspense fallback={<Spinner className={styles.loading} label={t('loading')} />}>
          <Body />
        </Suspense>
      </div>
    </>
  );
}
