/** @file The lake as the commands beside the program meet it: Sanity's HTTP API, as the program itself. */
import { createClient, type SanityClient } from '@sanity/client'
import type { LakeAccess } from '../contracts/part.ts'

/** Asks for documents as stored: drafts and versions beside what is published. */
export const openLake = (access: Omit<LakeAccess, 'assetHost'>): SanityClient =>
  createClient({
    apiHost: access.apiHost,
    projectId: access.projectId,
    dataset: access.dataset,
    token: access.token,
    useProjectHostname: access.useProjectHostname,
    apiVersion: '2025-02-19',
    perspective: 'raw',
    useCdn: false,
  })
