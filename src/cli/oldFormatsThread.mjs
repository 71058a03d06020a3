// A thread does not inherit the loader that lets Node run TypeScript, so it is registered here first.
import { register } from 'tsx/esm/api';

register();
await import('./oldFormatsWorker.ts');
