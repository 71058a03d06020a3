import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, resolve, sep } from 'node:path';

const TYPES = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff': 'font/woff',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** First port that is tried, and how many after it. */
const FIRST_PORT = 3000;
const PORTS = 100;

/**
 * Path of the file that a request means, or null when it is none of the folder's.
 * @example fileOf("/srv/dist", "/js/a.js?x") // "/srv/dist/js/a.js"
 * @example fileOf("/srv/dist", "/..%2Fsecret") // null
 */
export function fileOf(root, url) {
  let path;
  try {
    path = decodeURIComponent(url.split(/[?#]/, 1)[0]);
  } catch {
    return null;
  }
  if (path.includes('\0') || path.includes('\\')) return null;
  const file = resolve(root, `.${path.endsWith('/') ? `${path}index.html` : path}`);
  return file.startsWith(root + sep) ? file : null;
}

/** Only names of this machine: a foreign page cannot reach the server under a name of its own (DNS rebinding). */
function isLocal(host) {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(host ?? '');
}

async function answer(root, request, response) {
  const refuse = (status) => response.writeHead(status, { 'Content-Type': 'text/plain' }).end(`${status}\n`);
  if (!isLocal(request.headers.host)) return refuse(403);
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405);
  const file = fileOf(root, request.url ?? '/');
  const found = file && (await stat(file).catch(() => null));
  if (!found || !found.isFile()) return refuse(404);
  response.writeHead(200, {
    'Content-Type': TYPES[extname(file).toLowerCase()] ?? 'application/octet-stream',
    'Content-Length': found.size,
    // Names of scripts carry a hash of their content; pages must be asked for anew.
    'Cache-Control': /\.[0-9a-f]{8}\.\w+$/.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
  });
  if (request.method === 'HEAD') return response.end();
  createReadStream(file).pipe(response);
}

/**
 * Serves a folder to this machine only.
 * @param {string} folder
 * @param {number | undefined} port a fixed port; without one, the first free from 3000 on
 * @returns {Promise<{ url: string, close: () => Promise<void> }>}
 */
export async function serve(folder, port) {
  const root = resolve(folder);
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy());
  });
  const listen = (at) =>
    new Promise((done, fail) => {
      server.once('error', fail);
      server.listen(at, '127.0.0.1', () => {
        server.off('error', fail);
        done(at);
      });
    });
  for (let at = port ?? FIRST_PORT; ; at++) {
    try {
      await listen(at);
      break;
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || port !== undefined || at >= FIRST_PORT + PORTS) throw error;
    }
  }
  return {
    url: `http://localhost:${server.address().port}`,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };
}
