using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class ToldProceedings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "ProceedingsTold",
                table: "Tickets",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            // Those under way go on as they were: the unit that entered them can leave them.
            migrationBuilder.Sql("UPDATE \"Tickets\" SET \"ProceedingsTold\" = TRUE WHERE \"State\" = 'InLegalProceedings'");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "ProceedingsTold",
                table: "Tickets");
        }
    }
}
