// The document's own server is this server, and everything stays on it: no proxy, no fonts, no assistant from elsewhere.
fetch('/openapi.json').then(answer => answer.json()).then(content => {
  Scalar.createApiReference('#app', {
    content,
    withDefaultFonts: false,
    telemetry: false,
    hideClientButton: true,
    showDeveloperTools: 'never',
    agent: { disabled: true },
    mcp: { disabled: true },
    persistAuth: false,
    operationTitleSource: 'path',
    documentDownloadType: 'none',
  });
});
