import { ownProgram } from '#main/host/folders.ts';
import { startElectron } from './host.ts';

void startElectron(process.argv.slice(1), ownProgram());
