import { cp, readFile, rename, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import MiniCssExtractPlugin from 'mini-css-extract-plugin';
import MinimizerPlugin from 'minimizer-webpack-plugin';
import webpack from 'webpack';
import { DEVELOPMENT_HOST, manifestFor } from './scripts/manifest.js';

const { version } = JSON.parse(await readFile(new URL('package.json', import.meta.url), 'utf8'));

const path = (name) => fileURLToPath(new URL(name, import.meta.url));

/** The workbook that the browser edition opens at its start. */
const SAMPLE = 'assets/样例-年度考核.xlsx';
/** Stands in for the sample until `npm run sample` has made it. */
const SAMPLE_STAND_IN = 'tests/cases/v1-annual-group.xlsx';

/** Office.js as it is served with the pages: the whole folder of the package, file names kept. */
const OWN_OFFICE_JS = 'office/office.js';
const OFFICE_JS_FOLDER = 'node_modules/@microsoft/office-js/dist';

/**
 * What a page may load: nothing but its own files, and office.js from Microsoft's network where the build says so.
 * Fabric and the grid write their styles with CSSOM into <style> elements that they add, hence 'unsafe-inline' for
 * styles only; no script is ever inline.
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

const page = (filename, template, chunks, templateParameters = {}) =>
  new HtmlPlugin({
    filename,
    template: path(template),
    chunks,
    inject: 'body',
    scriptLoading: 'defer',
    minify: false,
    templateParameters: { csp: contentSecurityPolicy(), ...templateParameters },
  });

/** Copies office.js beside the pages as it is: a whole folder, too large to pass through the bundler. */
class OfficeJsPlugin {
  apply(compiler) {
    compiler.hooks.afterEmit.tapPromise('OfficeJsPlugin', async () => {
      const [source, target] = [path(OFFICE_JS_FOLDER), `${compiler.outputPath}/office`];
      if (compiler.watchMode || (await isSameOfficeJs(source, target))) return;
      await rm(target, { recursive: true, force: true });
      await cp(source, `${target}.part`, { recursive: true });
      await rename(`${target}.part`, target);
    });
  }
}

async function isSameOfficeJs(source, target) {
  if (!existsSync(`${target}/office.js`)) return false;
  const [one, other] = await Promise.all([source, target].map((folder) => readFile(`${folder}/office.js`)));
  return one.equals(other);
}

/** Puts the manifest beside the pages, with the address from which they will be served. */
class ManifestPlugin {
  constructor(host) {
    this.host = host;
  }

  apply(compiler) {
    compiler.hooks.thisCompilation.tap('ManifestPlugin', (compilation) => {
      compilation.hooks.processAssets.tapPromise('ManifestPlugin', async () => {
        const text = manifestFor(await readFile(path('manifest.xml'), 'utf8'), this.host);
        compilation.emitAsset('manifest.xml', new compiler.webpack.sources.RawSource(text));
        compilation.fileDependencies.add(path('manifest.xml'));
      });
    });
  }
}

/**
 * Settings: `--env host=https://intranet.example` is the address that the manifest names, `--env officejs=https://…`
 * takes office.js from there (Microsoft's network) instead of from the pages' own server.
 */
export default async ({ host = DEVELOPMENT_HOST, officejs = OWN_OFFICE_JS }, { mode = 'development' }) => {
  const production = mode === 'production';
  const isOwnOffice = officejs === OWN_OFFICE_JS;
  const office = {
    officeJs: officejs,
    csp: contentSecurityPolicy(isOwnOffice ? '' : ` ${new URL(officejs).origin}`),
  };
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
      clean: isOwnOffice ? { keep: /^office\// } : true,
      // Found from the script's own address, so that any folder of any server will do.
      publicPath: 'auto',
    },
    resolve: {
      extensions: ['.tsx', '.ts', '.js'],
      // The charts ask for Fabric by its later name: one copy serves both.
      alias: { '@fluentui/react': path('node_modules/office-ui-fabric-react') },
    },
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
        {
          test: /@fluentui[\\/](theme[\\/]lib[\\/]fonts[\\/]DefaultFontStyles|style-utilities[\\/]lib[\\/]cdn)\.js$/,
          use: path('scripts/ownFonts.js'),
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
      page('taskpane.html', 'src/taskpane/taskpane.html', ['taskpane'], office),
      page('commands.html', 'src/commands/commands.html', ['commands'], office),
      page('index.html', 'src/browser/index.html', ['browser']),
      new webpack.DefinePlugin({ __VERSION__: JSON.stringify(version) }),
      new MiniCssExtractPlugin({ filename: 'css/[name].[contenthash:8].css' }),
      new CopyPlugin({
        patterns: [
          { from: 'node_modules/@fluentui/font-icons-mdl2/fonts', to: 'fonts' },
          { from: 'assets/icons/*.png', to: 'icons/[name][ext]' },
          { from: 'assets/guide/help.html', to: 'help.html' },
          { from: 'src/taskpane/outdated.js', to: 'js/outdated.js', info: { minimized: true } },
          { from: existsSync(path(SAMPLE)) ? SAMPLE : SAMPLE_STAND_IN, to: 'sample/样例-年度考核.xlsx' },
        ],
      }),
      new ManifestPlugin(host),
      ...(isOwnOffice ? [new OfficeJsPlugin()] : []),
    ],
    devServer: {
      port: 3000,
      host: 'localhost',
      // Office.js is not bundled: the server takes it from where npm has put it.
      static: isOwnOffice ? { directory: path(OFFICE_JS_FOLDER), publicPath: '/office' } : false,
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
