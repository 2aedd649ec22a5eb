/**
 * What the browser's files share: the server, the demo municipality as a template and its published site, made once
 * before the first of them begins. Each file still has a database and an API of its own.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { type Cluster, startCluster } from './cluster.ts'

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { cluster, stop } = await startCluster()
  try {
    project.provide('cluster', { ...cluster, demo: await published(cluster) })
    return stop
  } catch (error) {
    await stop()
    throw error
  }
}

/** In a process of its own: the site's builder asks where packages are, which this one cannot say. */
async function published(cluster: Cluster): Promise<Cluster['demo']> {
  const making = promisify(execFile)(process.execPath, [join(import.meta.dirname, 'demo-template.ts')], {
    env: { ...process.env, TEST_CLUSTER: JSON.stringify(cluster) },
    maxBuffer: 64 * 1024 * 1024,
  })
  const { stdout } = await making
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as Cluster['demo']
}
