// Asks TypeScript's language service what an editor would show.
import { join } from 'node:path';
import ts from 'typescript';
import { root } from './sources.js';

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
  lib: ['lib.es2022.d.ts'],
  types: [],
  strict: true,
  skipLibCheck: true,
  noEmit: true,
};

/** An editor of a program that begins so. A question is asked at the place marked ‸. */
export const editor = (before: string) => {
  const file = join(root, 'tests/what-an-editor-shows.ts');
  let program = '';
  let version = 0;
  const service = ts.createLanguageService({
    ...ts.sys,
    useCaseSensitiveFileNames: () => true,
    getCompilationSettings: () => options,
    getCurrentDirectory: () => root,
    getDefaultLibFileName: ts.getDefaultLibFilePath,
    getScriptFileNames: () => [file],
    getScriptVersion: (name) => (name === file ? String(version) : '1'),
    fileExists: (name) => name === file || ts.sys.fileExists(name),
    getScriptSnapshot: (name) => {
      const text = name === file ? program : ts.sys.readFile(name);
      return text === undefined ? undefined : ts.ScriptSnapshot.fromString(text);
    },
  });
  const at = (text: string): number => {
    const place = (before + text).indexOf('‸');
    program = (before + text).replace('‸', '');
    version++;
    return place;
  };
  return {
    /** What the compiler says of the program, each message whole. */
    messages: (text: string): string[] => {
      at(text);
      return service
        .getSemanticDiagnostics(file)
        .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, ' '));
    },
    hover: (text: string): string => {
      const place = at(text);
      return ts.displayPartsToString(service.getQuickInfoAtPosition(file, place)?.displayParts);
    },
    /** The words about a name, which an editor shows below its type. */
    words: (text: string): string => {
      const place = at(text);
      return ts.displayPartsToString(service.getQuickInfoAtPosition(file, place)?.documentation);
    },
    offered: (text: string): readonly string[] | undefined => {
      const place = at(text);
      return service.getCompletionsAtPosition(file, place, {})?.entries.map(({ name }) => name);
    },
  };
};
