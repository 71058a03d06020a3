import { type ComponentType, lazy } from 'react';

/** What a tool is given by the panel around it. */
export interface ToolProps {
  readonly onClose: () => void;
  /** Index of the scheme in the summary that it was opened for. */
  readonly scheme: number;
}

/** Something that is at hand at every step: it opens over the pane and is loaded when it is first asked for. */
export interface Tool {
  readonly icon: string;
  readonly body: ComponentType<ToolProps>;
}

/** Tools in the order of the menu; their names are the texts `tool.<key>`. */
export const TOOLS = {
  newWorkbook: { icon: 'PageAdd', body: lazy(() => import('./components/NewWorkbook')) },
  rules: { icon: 'EditNote', body: lazy(() => import('./components/RulesEditor')) },
  whatIf: { icon: 'TestBeaker', body: lazy(() => import('./components/WhatIf')) },
  help: { icon: 'Help', body: lazy(() => import('./components/Help')) },
  about: { icon: 'Info', body: lazy(() => import('./components/About')) },
} satisfies Readonly<Record<string, Tool>>;

export type ToolKey = keyof typeof TOOLS;
export const TOOL_KEYS = Object.keys(TOOLS) as readonly ToolKey[];
