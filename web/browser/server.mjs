import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const JAR = fileURLToPath(new URL('../../app/target/app-0.1.0.jar', import.meta.url));
const START_MILLIS = 30_000;

/** A real server on a data folder of its own. Stop it, start it again, it continues. */
export class Server {
  /** @type {import('node:child_process').ChildProcess | undefined} */
  #child;
  #folder = mkdtempSync(join(tmpdir(), 'truetape-browser-'));
  url = '';

  /** @param {string} mode realistic, active or firehose */
  async start(mode = 'active') {
    if (!existsSync(JAR)) {
      throw new Error(`${JAR} is missing; build it: mvn package -DskipTests`);
    }
    const java = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java';
    const port = this.url === '' ? '0' : new URL(this.url).port;
    const child = spawn(
      java,
      [
        '-Xmx1g',
        '--enable-native-access=ALL-UNNAMED',
        ...['-jar', JAR, 'run', '--json', '--data', join(this.#folder, 'data')],
        ...['--mode', mode, '--port', port],
      ],
      { cwd: this.#folder, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    this.#child = child;
    this.url = await new Promise((resolve, reject) => {
      let out = '';
      let err = '';
      const late = setTimeout(() => reject(new Error(`no address in time: ${err}`)), START_MILLIS);
      child.stderr?.on('data', (text) => {
        err = (err + text).slice(-4_000);
      });
      child.stdout?.on('data', (text) => {
        out += text;
        if (out.includes('\n')) {
          clearTimeout(late);
          resolve(JSON.parse(out.slice(0, out.indexOf('\n'))).url);
        }
      });
      child.on('exit', (code) => {
        clearTimeout(late);
        reject(new Error(`the server ended with ${code}: ${err}`));
      });
    });
  }

  /** @param {NodeJS.Signals} signal */
  signal(signal) {
    this.#child?.kill(signal);
  }

  /** Ends it as hard as can be and waits until it is gone. */
  async kill() {
    const child = this.#child;
    if (child !== undefined && child.exitCode === null && child.signalCode === null) {
      const gone = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await gone;
    }
  }

  async remove() {
    await this.kill();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** @param {string} path of the API, e.g. `flow?limit=1` */
  async api(path) {
    const answer = await fetch(new URL(`api/v1/${path}`, this.url));
    if (!answer.ok) {
      throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
    }
    return answer.json();
  }
}
