"""`kerjasama sources check`: visit each declared outlet and report what works."""

import typer

app = typer.Typer(help="The outlets that articles come from.", no_args_is_help=True)
