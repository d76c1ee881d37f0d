"""Where things are in the repository."""

from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
NODE = REPOSITORY / "node_modules" / ".bin" / "node"
CHURN_CLI = REPOSITORY / "workers" / "bin" / "churn.js"
API_SERVER = REPOSITORY / "api" / "src" / "server.ts"
IMAGES_SCRIPT = REPOSITORY / "docker" / "images.sh"
VENV_PYTHON = REPOSITORY / ".venv" / "bin" / "python"
AIRFLOW_HOME = REPOSITORY / ".airflow"
STACK_DIR = REPOSITORY / ".stack"
API_ADDRESS = STACK_DIR / "api-address"
MONITORING = REPOSITORY / "docker" / "monitoring"
RUNTIME_DATA = REPOSITORY / "data" / "runtime"
DAGS = REPOSITORY / "dags"
REPORTS = REPOSITORY / "reports"
