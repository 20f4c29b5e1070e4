/** What any Electron program costs that ends with its first line. */
import process from 'node:process';

process.exit(0);
