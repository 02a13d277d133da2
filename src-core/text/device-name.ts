const device = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;

/** Whether Windows takes the name of a file for a device, whatever follows the first dot. */
export function isDeviceName(name: string): boolean {
  return device.test(name);
}
