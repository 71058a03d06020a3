/** Ribbon functions run in this page; the 评分 button opens the task pane itself, so that there is none yet. */
void Office.onReady();
