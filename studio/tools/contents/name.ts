/** @file What the tool is called in addresses. */
export const contentsToolName = 'contents'
