import { MessageBar, MessageBarType } from 'office-ui-fabric-react/lib/MessageBar';
import { ThemeProvider } from 'office-ui-fabric-react/lib/Theme';
import { paneTheme } from '../../theme';

/** A page that can only say why there is no pane. */
export function Notice({ text }: { readonly text: string }) {
  return (
    <ThemeProvider theme={paneTheme('light')}>
      <MessageBar messageBarType={MessageBarType.warning} isMultiline>
        {text}
      </MessageBar>
    </ThemeProvider>
  );
}
