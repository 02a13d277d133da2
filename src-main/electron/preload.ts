import { contextBridge, ipcRenderer, type IpcRendererEvent } from 'electron';
import type { EgizBridge, MenuCommand } from '#main/api/command.ts';

// The only thing that reaches the page past the API: what the menu asks for. The page can listen and not send.
const bridge: EgizBridge = {
  onCommand(callback) {
    const listener = (_event: IpcRendererEvent, command: MenuCommand): void => {
      callback(command);
    };
    ipcRenderer.on('command', listener);
    return () => {
      ipcRenderer.off('command', listener);
    };
  },
};
contextBridge.exposeInMainWorld('egiz', bridge);
