/** @file The lake as the demonstration's loader meets it: Sanity's HTTP API, as the program itself. */
import { createClient, type SanityClient } from '@sanity/client'
import type { LakeAccess } from '../contracts/part.ts'

/** Most documents that one transaction creates or deletes. */
export const transactionDocumentsMax = 100

/** Asks for documents as stored: drafts and versions beside what is published. */
export const openLake = (access: LakeAccess): SanityClient =>
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
