// Before every other script of a page: keeps what goes wrong.
window.wrong = [];
window.addEventListener('error', e => window.wrong.push(String(e.message || e.target.src)), true);
window.addEventListener('unhandledrejection', e => window.wrong.push(String(e.reason)));
window.addEventListener('securitypolicyviolation', e => window.wrong.push(e.blockedURI));
