// The oldest Node that can install the project's own.
const oldest = 18;

/**
 * True when this Node can run the bootstrap; otherwise says what is needed and sets the exit code.
 *
 * @param {string} version as in `process.versions.node`
 */
export function checkNode(version) {
  if (Number.parseInt(version, 10) >= oldest) return true;
  console.error(`Egiz needs Node ${oldest} or newer to install itself; this is Node ${version}.`);
  process.exitCode = 1;
  return false;
}
