// Runs before Streamlit: tells it where its server is, so that a deep link does not go looking.
window.__streamlit = { BACKEND_BASE_URL: window.location.origin + "/" };
