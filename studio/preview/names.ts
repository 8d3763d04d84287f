/** @file Names of the previews, as they stand in the Studio's addresses. */
export const screenPreviewName = 'screen-preview'
export const sitePreviewName = 'site-preview'
