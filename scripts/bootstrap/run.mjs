// Runs one of the project's scripts on the project's Node, after installing what is missing.
import { runChild } from './child.mjs';
import { ensureInstalled } from './install.mjs';
import { projectNode, root } from './project.mjs';

/**
 * Runs a script of the project with `options` and sets our exit code to its own. Being told to end is 0 for a program that
 * runs until then (`lasting`), else 130, as shells have it.
 *
 * @param {string} script relative to the project's root
 * @param {readonly string[]} options
 * @param {{ lasting?: boolean }} [how]
 */
export async function runScript(script, options, { lasting = false } = {}) {
  try {
    await ensureInstalled(root);
    const node = projectNode(root, process.platform);
    const { code, told } = await runChild(node, [script, ...options], { cwd: root, group: true });
    process.exitCode = told ? (lasting ? 0 : 130) : code;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
