using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace ServicePackage.Core.Data.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class HistorySearch : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateIndex(
                name: "IX_History_AccountId_At",
                table: "History",
                columns: new[] { "AccountId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Act_At",
                table: "History",
                columns: new[] { "Act", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_History_Subject_At",
                table: "History",
                columns: new[] { "Subject", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_History_AccountId_At",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_Act_At",
                table: "History");

            migrationBuilder.DropIndex(
                name: "IX_History_Subject_At",
                table: "History");
        }
    }
}
