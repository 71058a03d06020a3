import { cp } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The workbook that the browser edition opens at its start. */
const SAMPLE = 'assets/样例-年度考核.xlsx';
/** Stands in for the sample until `npm run sample` has made it. */
const SAMPLE_STAND_IN = 'tests/cases/v1-annual-group.xlsx';

/** Office.js is served from this folder; OFFICE_JS_URL replaces it, e.g. by Microsoft's CDN. */
const OFFICE_JS = process.env.OFFICE_JS_URL ?? 'office/office.js';
const officeOrigin = /^https:/.test(OFFICE_JS) ? ` ${new URL(OFFICE_JS).origin}` : '';

/**
 * What a page may load: nothing but its own files. Fabric and the grid write their styles with CSSOM into <style>
 * elements that they add, hence 'unsafe-inline' for styles only; no script is ever inline.
 */
const contentSecurityPolicy = (origin = '') =>
  [
    "default-src 'none'",
    `script-src 'self'${origin}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${origin}`,
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
  ].join('; ');

const page = (filename, template, chunks, options = {}) =>
  new HtmlPlugin({
    filename,
    template: path(template),
    chunks,
    inject: 'body',
    scriptLoading: 'defer',
    minify: false,
    templateParameters: { csp: contentSecurityPolicy(options.officeJs ? officeOrigin : ''), officeJs: OFFICE_JS },
  });

/** Copies office.js beside the pages as it is: a whole folder, too large to pass through the bundler. */
class OfficeJsPlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('OfficeJsPlugin', async () => {
      const target = `${compiler.outputPath}/office`;
      if (officeOrigin || compiler.watchMode || existsSync(target)) return;
      await cp(path('node_modules/@microsoft/office-js/dist'), target, { recursive: true });
    });
  }
}

export default async (_env, { mode = 'development' }) => {
  const production = mode === 'production';
  return {
    mode,
    target: ['web', 'es2022'],
    devtool: production ? false : 'source-map',
    entry: {
      taskpane: './src/taskpane/index.tsx',
      commands: './src/commands/index.ts',
      browser: './src/browser/index.tsx',
    },
    output: {
      path: path('dist'),
      filename: 'js/[name].[contenthash:8].js',
      chunkFilename: 'js/[name].[contenthash:8].js',
      assetModuleFilename: 'assets/[name].[contenthash:8][ext]',
      // Office.js is copied once and kept.
      clean: { keep: /^office\// },
      // Found from the script's own address, so that any folder of any server will do.
      publicPath: 'auto',
    },
    resolve: { extensions: ['.tsx', '.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: {
              jsc: {
                parser: { syntax: 'typescript', tsx: true },
                target: 'es2022',
                transform: { react: { runtime: 'automatic', development: false } },
              },
            },
          },
        },
        { test: /\.css$/, use: [MiniCssExtractPlugin.loader, 'css-loader'] },
      ],
    },
    optimization: {
      minimizer: [new MinimizerPlugin({ minify: MinimizerPlugin.swcMinify, extractComments: false })],
    },
    performance: { hints: false },
    cache: { type: 'filesystem', buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
    plugins: [
      page('taskpane.html', 'src/taskpane/taskpane.html', ['taskpane'], { officeJs: true }),
      page('commands.html', 'src/commands/commands.html', ['commands'], { officeJs: true }),
      page('index.html', 'src/browser/index.html', ['browser']),
      new MiniCssExtractPlugin({ filename: 'css/[name].[contenthash:8].css' }),
      new CopyPlugin({
        patterns: [
          { from: 'node_modules/@fluentui/font-icons-mdl2/fonts', to: 'fonts' },
          { from: 'assets/icons/*.png', to: 'icons/[name][ext]' },
          { from: 'src/taskpane/outdated.js', to: 'js/outdated.js', info: { minimized: true } },
          { from: existsSync(path(SAMPLE)) ? SAMPLE : SAMPLE_STAND_IN, to: 'sample/样例-年度考核.xlsx' },
        ],
      }),
      new OfficeJsPlugin(),
    ],
    devServer: {
      port: 3000,
      host: 'localhost',
      static: false,
      hot: false,
      client: false,
      server: await devServer(),
    },
  };
};

/** Excel takes an add-in from https only; the certificates are those that `office-addin-dev-certs` installs. */
async function devServer() {
  if (!process.env.WEBPACK_SERVE || process.env.HTTP_ONLY) return 'http';
  const { getHttpsServerOptions } = await import('office-addin-dev-certs');
  return { type: 'https', options: await getHttpsServerOptions() };
}
