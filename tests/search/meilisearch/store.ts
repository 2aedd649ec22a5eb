/** Indexes and tasks as Meilisearch keeps them: what is asked for is put in a row, and done one after the other. */
import { setTimeout as pause } from 'node:timers/promises'
import type { Stored } from './filter.ts'

export type Index = {
  uid: string
  primaryKey: string | null
  settings: Record<string, unknown>
  documents: Map<string, Stored>
}
export type Task = {
  uid: number
  indexUid: string | null
  status: 'enqueued' | 'processing' | 'succeeded' | 'failed' | 'canceled'
  type: string
  error: { message: string; code: string; type: string; link: string } | null
  enqueuedAt: string
}
/** What happens to a task instead of succeeding. `stuck` is never done. */
export type Fate = { end: 'failed'; code: string } | { end: 'canceled' } | { end: 'stuck' }

export class Store {
  readonly indexes = new Map<string, Index>()
  readonly tasks: Task[] = []
  /** How long a task takes, in milliseconds. */
  taskMs: () => number = () => 0
  /** Decides about tasks before they are done; null lets them be done. */
  fate: (task: Task) => Fate | null = () => null
  private working = Promise.resolve()

  enqueue(type: string, indexUid: string | null, work: () => void): object {
    const task: Task = {
      uid: this.tasks.length,
      indexUid,
      status: 'enqueued',
      type,
      error: null,
      enqueuedAt: new Date().toISOString(),
    }
    this.tasks.push(task)
    this.working = this.working.then(() => this.process(task, work))
    return { taskUid: task.uid, indexUid, status: 'enqueued', type, enqueuedAt: task.enqueuedAt }
  }

  private async process(task: Task, work: () => void): Promise<void> {
    const ms = this.taskMs()
    if (ms > 0) await pause(ms / 2)
    task.status = 'processing'
    if (ms > 0) await pause(ms / 2)
    const fate = this.fate(task)
    if (fate?.end === 'stuck') return
    if (fate?.end === 'canceled') {
      task.status = 'canceled'
      return
    }
    try {
      if (fate) throw new TaskFails(fate.code)
      work()
      task.status = 'succeeded'
    } catch (error) {
      const code = error instanceof TaskFails ? error.code : 'internal'
      task.status = 'failed'
      task.error = { message: code, code, type: 'invalid_request', link: `https://docs.meilisearch.com/errors#${code}` }
    }
  }

  indexOf(uid: string): Index {
    const index = this.indexes.get(uid)
    if (!index) throw new TaskFails('index_not_found')
    return index
  }

  create(uid: string, primaryKey: string | null): object {
    return this.enqueue('indexCreation', uid, () => {
      if (this.indexes.has(uid)) throw new TaskFails('index_already_exists')
      this.indexes.set(uid, { uid, primaryKey, settings: {}, documents: new Map() })
    })
  }

  remove(uid: string): object {
    return this.enqueue('indexDeletion', uid, () => {
      this.indexOf(uid)
      this.indexes.delete(uid)
    })
  }

  swap(pairs: { indexes: [string, string] }[]): object {
    return this.enqueue('indexSwap', null, () => {
      for (const { indexes } of pairs) for (const uid of indexes) this.indexOf(uid)
      for (const {
        indexes: [one, other],
      } of pairs) {
        const [a, b] = [this.indexOf(one), this.indexOf(other)]
        this.indexes.set(one, { ...b, uid: one })
        this.indexes.set(other, { ...a, uid: other })
      }
    })
  }

  settings(uid: string, changed: Record<string, unknown>): object {
    return this.enqueue('settingsUpdate', uid, () => {
      const index = this.indexOf(uid)
      index.settings = { ...index.settings, ...structuredClone(changed) }
    })
  }

  add(uid: string, documents: Stored[]): object {
    return this.enqueue('documentAdditionOrUpdate', uid, () => {
      // As Meilisearch does: an index that is not there is made.
      const index = this.indexes.get(uid) ?? {
        uid,
        primaryKey: 'id',
        settings: {},
        documents: new Map<string, Stored>(),
      }
      this.indexes.set(uid, index)
      for (const document of documents) {
        if (!/^[a-zA-Z0-9_-]{1,511}$/.test(document.id)) throw new TaskFails('invalid_document_id')
        const geo = document._geo as { lat?: unknown; lng?: unknown } | null | undefined
        if (geo && (typeof geo.lat !== 'number' || typeof geo.lng !== 'number'))
          throw new TaskFails('invalid_document_geo_field')
      }
      for (const document of documents) index.documents.set(document.id, structuredClone(document))
    })
  }

  drop(uid: string, ids: string[]): object {
    return this.enqueue('documentDeletion', uid, () => {
      const index = this.indexOf(uid)
      for (const id of ids) index.documents.delete(id)
    })
  }
}

export class TaskFails extends Error {
  readonly code: string
  constructor(code: string) {
    super(code)
    this.code = code
  }
}
