"""How Alembic runs our histories: on the connection it is given, in the transaction that is open there."""

from alembic import context

attributes = context.config.attributes

context.configure(
    connection=attributes["connection"],
    target_metadata=attributes.get("metadata"),
    version_table_schema=attributes["schema"],
    render_as_batch=True,
    transactional_ddl=True,
    on_version_apply=attributes.get("after_step"),
)
context.run_migrations()
