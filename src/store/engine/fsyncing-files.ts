import { closeSync, fsyncSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import type { PGlite } from '@electric-sql/pglite';
import { NodeFS } from '@electric-sql/pglite/nodefs';

/** What this file touches of Emscripten's file system in PGlite 0.5.16: internals, so the version is pinned and the start tests that they work. */
interface FileStream {
  readonly nfd?: number;
  readonly node: object;
}
interface NodeFiles {
  realPath(node: object): string;
  readonly stream_ops: { fsync?: (stream: FileStream) => number };
  readonly node_ops: Record<string, (...parts: readonly never[]) => unknown>;
}
interface EmscriptenModule {
  readonly NODEFS?: NodeFiles;
  readonly FS: { readonly filesystems: { readonly NODEFS: NodeFiles } };
}

/** PGlite's files in a folder, with the fsync that Emscripten leaves out: without it a power cut loses what was committed. */
export class FsyncingFiles extends NodeFS {
  /** How many times the host was asked to flush a file or folder. */
  fsyncs = 0;

  override async init(pg: PGlite, options: Parameters<NodeFS['init']>[1]): ReturnType<NodeFS['init']> {
    const made = await super.init(pg, options);
    const first = made.emscriptenOpts.preRun ?? [];
    const install = (module: unknown) => this.install(module as EmscriptenModule);
    return { emscriptenOpts: { ...made.emscriptenOpts, preRun: [...(Array.isArray(first) ? first : [first]), install] } };
  }

  private install(module: EmscriptenModule): void {
    const files = module.NODEFS ?? module.FS.filesystems.NODEFS;
    files.stream_ops.fsync = (stream) => {
      if (stream.nfd === undefined) this.flushFolder(files.realPath(stream.node));
      else this.flush(stream.nfd);
      return 0;
    };
    for (const name of ['rename', 'mknod']) {
      const plain = files.node_ops[name];
      if (plain === undefined) continue;
      files.node_ops[name] = (...parts) => {
        const result = plain(...parts);
        this.flushFolder(folderOf(files, name, parts));
        return result;
      };
    }
  }

  private flush(descriptor: number): void {
    fsyncSync(descriptor);
    this.fsyncs += 1;
  }

  private flushFolder(path: string): void {
    const descriptor = openSync(path, 'r');
    try {
      this.flush(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }
}

/** The folder whose entry changed: `mknod(parent, …)` names it, `rename(node, newParent, …)` names it second. */
function folderOf(files: NodeFiles, operation: string, parts: readonly never[]): string {
  const parent = operation === 'rename' ? parts[1] : parts[0];
  return parent === undefined ? dirname(files.realPath(parts[0] as never)) : files.realPath(parent);
}
