import { parentPort, workerData } from 'node:worker_threads';
import { FileError, readLegacy } from '../hosts/xlsx';
import type { OldFormatAnswer } from './oldFormats';

const { name, bytes } = workerData as { name: string; bytes: Uint8Array };

async function answer(): Promise<OldFormatAnswer> {
  try {
    return { snapshot: await readLegacy(bytes, name) };
  } catch (error) {
    return error instanceof FileError ? { code: error.code, data: error.data } : { code: 'unreadable', data: {} };
  }
}

parentPort?.postMessage(await answer());
